/** Fills `{name}` in a sentence from params; a missing one stays visible as `?`, never as a blank. */
export function fillSentence(sentence: string, params: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? "?");
}
