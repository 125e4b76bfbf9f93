import type { Form } from '../../report/model.ts';

/**
 * The report formats other than text, each loaded only when it is asked for. To add one: a file in src/report/, and a
 * line here.
 */
export const forms = {
  json: async (): Promise<Form> => (await import('../../report/json.ts')).jsonForm,
  sarif: async (): Promise<Form> => (await import('../../report/sarif.ts')).sarifForm,
  github: async (): Promise<Form> => (await import('../../report/github.ts')).githubForm,
  markdown: async (): Promise<Form> => (await import('../../report/markdown.ts')).markdownForm,
  html: async (): Promise<Form> => (await import('../../report/html.ts')).htmlForm,
  gitlab: async (): Promise<Form> => (await import('../../report/gitlab.ts')).gitlabForm,
  junit: async (): Promise<Form> => (await import('../../report/junit.ts')).junitForm,
} as const;

/** The values of `--format`. */
export const formats = ['text', ...(Object.keys(forms) as (keyof typeof forms)[])] as const;
/** A value of `--format`. */
export type Format = (typeof formats)[number];
