# The committed bundle on Node and nothing else: no shell, no package manager, nothing to install.
#   docker build -t ghcr.io/smi2linkerd/smi2linkerd .
# nonroot, linux/amd64 and linux/arm64; Dependabot proposes newer ones.
FROM gcr.io/distroless/nodejs24-debian13:nonroot@sha256:774b7d020b24214835769e24c3544835526cd0288f0b094eae48e8b2c2429a79 AS plain

ARG VERSION=0.1.0
ARG REVISION=unknown
# RFC 3339; the release sets it to the date of the commit.
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="smi2linkerd" \
      org.opencontainers.image.description="Turns SMI TrafficSplits into Linkerd ServiceProfiles in Kubernetes manifests, offline" \
      org.opencontainers.image.source="https://github.com/smi2linkerd/smi2linkerd" \
      org.opencontainers.image.documentation="https://github.com/smi2linkerd/smi2linkerd#readme" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      io.artifacthub.package.readme-url="https://raw.githubusercontent.com/smi2linkerd/smi2linkerd/v${VERSION}/README.md" \
      io.artifacthub.package.license="Apache-2.0" \
      io.artifacthub.package.category="networking" \
      io.artifacthub.package.keywords="linkerd,smi,trafficsplit,serviceprofile,kubernetes,krm,kpt,kustomize,argocd,gitops"

COPY --chmod=0644 dist/*.cjs LICENSE THIRD-PARTY-NOTICES /opt/smi2linkerd/
# A program on PATH: Argo CD's plugin server runs it by its name, and there is no /usr/bin/env for the bundle's own first line.
COPY --chmod=0755 container/smi2linkerd /usr/local/bin/smi2linkerd
# Where Argo CD's plugin server looks for its plugin when it runs in this image as a sidecar.
COPY --chmod=0644 argocd/plugin.yaml /home/argocd/cmp-server/config/plugin.yaml

# The plugin's discovery asks for node by its name.
ENV PATH=/nodejs/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# By number, so that Kubernetes can tell that it is not root (runAsNonRoot).
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/smi2linkerd"]

# The code cache of V8 that the program starts with, filled by the Node of the image; nothing writes to it later. For another
# machine type than that of the builder it is left out: --target plain.
FROM plain
USER 0:0
RUN --mount=type=bind,source=container,target=/container ["/nodejs/bin/node", "/container/fill-cache.cjs"]
USER 65532:65532
