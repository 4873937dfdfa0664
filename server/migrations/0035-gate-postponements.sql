-- Turns that drivers postpone: the folded trip says until when and how often.
UPDATE gate_trip SET trip = trip || '{"postponedUntil": null, "postponements": 0}';
