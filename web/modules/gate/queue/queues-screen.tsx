export function QueuesScreen() {
  return null;
}
