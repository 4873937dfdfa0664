export function TripsScreen() {
  return null;
}
