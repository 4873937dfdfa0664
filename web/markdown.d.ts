// Vite gives the text of a file that is asked for with `?raw`.
declare module "*.md?raw" {
  const text: string;
  export default text;
}
