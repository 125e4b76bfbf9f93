# The committed bundle on Node and nothing else: no shell, no package manager, nothing to install.
#   docker build -t ghcr.io/smi2linkerd/smi2linkerd .
FROM gcr.io/distroless/nodejs24-debian13:nonroot

ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="smi2linkerd" \
      org.opencontainers.image.description="Turns SMI TrafficSplits into Linkerd ServiceProfiles in Kubernetes manifests, offline" \
      org.opencontainers.image.source="https://github.com/smi2linkerd/smi2linkerd" \
      org.opencontainers.image.documentation="https://github.com/smi2linkerd/smi2linkerd#readme" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

COPY --chmod=0644 dist/*.cjs LICENSE /opt/smi2linkerd/
# A program on PATH: Argo CD's plugin server runs it by its name, and there is no /usr/bin/env for the bundle's own first line.
COPY --chmod=0755 container/smi2linkerd /usr/local/bin/smi2linkerd
# Where Argo CD's plugin server looks for its plugin when it runs in this image as a sidecar.
COPY --chmod=0644 argocd/plugin.yaml /home/argocd/cmp-server/config/plugin.yaml

# By number, so that Kubernetes can tell that it is not root (runAsNonRoot).
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/smi2linkerd"]
