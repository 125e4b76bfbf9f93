// Command flux-library does with a directory what Flux's controllers and its command line do, by their own libraries.
//
// usage: flux-library build KUSTOMIZATION DIRECTORY [--strict-substitute]
//
//	Prints what kustomize-controller applies, but for the labels of its owner: the generated kustomization, the secure build, postBuild
//	substitutions. KUSTOMIZATION is the file of the Flux Kustomization. DIRECTORY is copied first, for the generator
//	writes into it; it has to be the root of the source, and spec.path of the Kustomization leads on from there.
//
//	flux-library push oci://HOST/NAME:TAG DIRECTORY     as flux push artifact
//	flux-library pull oci://HOST/NAME:TAG DIRECTORY     as source-controller and flux pull artifact
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/fluxcd/pkg/kustomize"
	"github.com/fluxcd/pkg/oci"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"
)

func build(file, root string, strict bool) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var object map[string]any
	if err := yaml.Unmarshal(data, &object); err != nil {
		return err
	}
	ks := unstructured.Unstructured{Object: object}
	copied, err := os.MkdirTemp("", "flux-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(copied)
	if copied, err = filepath.EvalSymlinks(copied); err != nil {
		return err
	}
	if err := os.CopyFS(copied, os.DirFS(root)); err != nil {
		return err
	}
	path, _, err := unstructured.NestedString(object, "spec", "path")
	if err != nil {
		return err
	}
	dir := filepath.Join(copied, path)
	if _, err := kustomize.NewGenerator(copied, ks).WriteFile(dir); err != nil {
		return err
	}
	resources, err := kustomize.SecureBuild(copied, dir, false)
	if err != nil {
		return err
	}
	for _, resource := range resources.Resources() {
		out, err := kustomize.SubstituteVariables(context.Background(), nil, ks, resource,
			kustomize.SubstituteWithDryRun(true), kustomize.SubstituteWithStrict(strict))
		if err != nil {
			return err
		}
		if out != nil {
			if _, err := resources.Replace(out); err != nil {
				return err
			}
		}
	}
	printed, err := resources.AsYaml()
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(printed)
	return err
}

func push(url, dir string) error {
	client := oci.NewClient(oci.DefaultOptions())
	digest, err := client.Push(context.Background(), strings.TrimPrefix(url, "oci://"), dir)
	if err == nil {
		fmt.Println(digest)
	}
	return err
}

func pull(url, dir string) error {
	client := oci.NewClient(oci.DefaultOptions())
	_, err := client.Pull(context.Background(), strings.TrimPrefix(url, "oci://"), dir)
	return err
}

func run(words []string) error {
	if len(words) < 3 {
		return fmt.Errorf("usage: flux-library build KUSTOMIZATION DIRECTORY [--strict-substitute] | push URL DIRECTORY | pull URL DIRECTORY")
	}
	switch words[0] {
	case "build":
		return build(words[1], words[2], len(words) > 3 && words[3] == "--strict-substitute")
	case "push":
		return push(words[1], words[2])
	case "pull":
		return pull(words[1], words[2])
	}
	return fmt.Errorf("unknown: %s", words[0])
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
