import { addTo } from '../collections.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { kindAndName, text } from '../kubernetes.ts';
import type { Run } from '../run.ts';
import { agreedInCall } from '../splits/agreed-in-call.ts';
import { gatewayServices, isCanary } from '../splits/controllers.ts';

const isCanaryOfFlagger = ({ object }: Manifest): boolean => isCanary(object);

const canariesInCall = agreedInCall(isCanaryOfFlagger, (object, namespace) =>
  gatewayServices(object).map((service) => `${namespace}/${service}`),
);

/** Reports Canaries whose router writes an HTTPRoute for an apex: a profile with overrides takes precedence over it. */
export function reportGatewayCanaries(splits: readonly LocatedSplit[], neighbours: Neighbours, run: Run): void {
  const near = neighbours.of(isCanaryOfFlagger);
  const titles = new Set(near.map(({ object }) => kindAndName(object)));
  const byService = new Map<string, Manifest[]>();
  for (const manifest of near)
    for (const service of gatewayServices(neighbours.deployed(manifest))) addTo(byService, service, manifest);
  for (const { manifest, split } of splits) {
    const own = (byService.get(split.apex) ?? [])
      .filter(({ object }) => ['', split.namespace].includes(text(object, 'metadata', 'namespace')))
      .map(({ object }) => ({ title: kindAndName(object), where: '' }));
    const others = (run.inCall(canariesInCall).get(`${split.namespace}/${split.apex}`) ?? []).filter(
      ({ title }) => !titles.has(title),
    );
    for (const { title, where } of [...own, ...others])
      run.report({
        code: 'route-ignored',
        message: `the profile disables the HTTPRoute of ${title}${where} for Service ${split.apex}`,
        at: { manifest, field: ['spec', 'service'] },
      });
  }
}
