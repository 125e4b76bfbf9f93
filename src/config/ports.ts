import type { ConfigOptions } from './config.generated.js';

/** The ports that the user gives for Services that are not in the input. */
interface GivenPorts {
  /** For every apex that is not named. */
  readonly any: readonly number[];
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/**
 * Reads the option `ports`: a string as of `--port` (`8080`, `web=8080,9090 api=80`), or a mapping of Services to
 * ports. The schema has validated each port.
 */
export function readPorts(ports: ConfigOptions['ports']): GivenPorts {
  const of = new Map<string, number[]>();
  const any: number[] = [];
  const add = (service: string, numbers: readonly number[]): void => {
    const known = service === '' ? any : (of.get(service) ?? []);
    for (const port of numbers) if (!known.includes(port)) known.push(port);
    if (service !== '') of.set(service, known);
  };
  if (typeof ports === 'object') {
    for (const [service, value] of Object.entries(ports))
      add(
        service,
        [value].flat().flatMap((one) => numbersIn(one)),
      );
  } else {
    for (const part of String(ports ?? '').split(' ')) {
      const [service, list] = part.includes('=') ? part.split('=') : ['', part];
      add(service ?? '', numbersIn(list ?? ''));
    }
  }
  return { any, of };
}

function numbersIn(list: string | number): readonly number[] {
  return String(list)
    .split(',')
    .filter((number) => number !== '')
    .map(Number);
}
