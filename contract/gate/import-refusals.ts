/** What is wrong with a file, or with a cell beside what the declaration itself says; all 422. */
export const importRefusals = {
  file_empty: 422,
  file_too_large: 422,
  file_encrypted: 422,
  file_kind_unknown: 422,
  file_damaged: 422,
  rows_none: 422,
  rows_too_many: 422,
  columns_missing: 422,
  columns_unknown: 422,
  columns_twice: 422,
  rows_faulty: 422,
  number_rounded: 422,
  cell_error: 422,
  goods_half_known: 422,
} as const satisfies Record<string, number>;
export type ImportRefusal = keyof typeof importRefusals;
