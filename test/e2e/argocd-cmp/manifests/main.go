// Command argocd-manifests prints what Argo CD's repository server generates for an Application.
//
// usage: argocd-manifests APPLICATION DIRECTORY
//
// APPLICATION is a file with an Application of one source. DIRECTORY is the root of its repository; Argo CD changes the
// kustomization there. kustomize and helm are taken from PATH.
package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v3/reposerver/repository"
	"github.com/argoproj/argo-cd/v3/util/git"
	utilio "github.com/argoproj/argo-cd/v3/util/io"
	"k8s.io/apimachinery/pkg/api/resource"
	"sigs.k8s.io/yaml"
)

func generate(file, root string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var app v1alpha1.Application
	if err := yaml.Unmarshal(data, &app); err != nil {
		return err
	}
	source := app.Spec.GetSource()
	if root, err = filepath.Abs(root); err != nil {
		return err
	}
	request := &apiclient.ManifestRequest{
		Repo:              &v1alpha1.Repository{Repo: source.RepoURL},
		AppName:           app.Name,
		Namespace:         app.Spec.Destination.Namespace,
		ApplicationSource: &source,
		KustomizeOptions:  optionsOf(source.Kustomize),
		ProjectName:       app.Spec.GetProject(),
	}
	paths := utilio.NewRandomizedTempPaths(os.TempDir())
	made, err := repository.GenerateManifests(context.Background(), filepath.Join(root, source.Path), root, "HEAD", request,
		true, git.NoopCredsStore{}, resource.MustParse("100Mi"), paths)
	if err != nil {
		return err
	}
	for _, manifest := range made.Manifests {
		fmt.Println("---\n" + manifest)
	}
	return nil
}

// The settings of an installation that has the version that the Application names.
func optionsOf(source *v1alpha1.ApplicationSourceKustomize) *v1alpha1.KustomizeOptions {
	if source == nil || source.Version == "" {
		return &v1alpha1.KustomizeOptions{}
	}
	return &v1alpha1.KustomizeOptions{Versions: []v1alpha1.KustomizeVersion{{Name: source.Version, Path: "kustomize"}}}
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: argocd-manifests APPLICATION DIRECTORY")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
