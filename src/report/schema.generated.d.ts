import type { RunReport } from './model.ts';

/** Whether a value is a report as docs/report.schema.json says it; `validate.errors` says why it is not. */
export declare const validate: {
  (value: unknown): value is RunReport;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
};
