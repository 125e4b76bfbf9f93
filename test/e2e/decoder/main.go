// Reads files as kubectl does (cli-runtime, pkg/resource/visitor.go FileVisitor and StreamVisitor): one line of base64 in,
// one line of JSON out, with each object that Kubernetes' decoder reads, lists opened, and each error.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type answer struct {
	Objects []string `json:"objects"`
	Errors  []string `json:"errors"`
}

func (a *answer) add(object runtime.Object) error {
	if list, ok := object.(*metav1.UnstructuredList); ok {
		for i := range list.Items {
			if err := a.add(&list.Items[i]); err != nil {
				return err
			}
		}
		return nil
	}
	one := object.(*metav1.Unstructured)
	if one.IsList() {
		return one.EachListItem(func(item runtime.Object) error { return a.add(item) })
	}
	text, err := json.Marshal(one.Object)
	if err == nil {
		a.Objects = append(a.Objects, string(text))
	}
	return err
}

func read(data []byte) answer {
	found := answer{Objects: []string{}, Errors: []string{}}
	reader := transform.NewReader(bytes.NewReader(data), unicode.BOMOverride(unicode.UTF8.NewDecoder()))
	decoder := yaml.NewYAMLOrJSONDecoder(reader, 4096)
	for failures := 0; failures < 100; {
		ext := runtime.RawExtension{}
		if err := decoder.Decode(&ext); err == io.EOF {
			break
		} else if err != nil {
			failures++
			found.Errors = append(found.Errors, err.Error())
			continue
		}
		ext.Raw = bytes.TrimSpace(ext.Raw)
		if len(ext.Raw) == 0 || bytes.Equal(ext.Raw, []byte("null")) {
			continue
		}
		object, _, err := metav1.UnstructuredJSONScheme.Decode(ext.Raw, nil, nil)
		if err == nil {
			err = found.add(object)
		}
		if err != nil {
			found.Errors = append(found.Errors, err.Error())
		}
	}
	return found
}

func main() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			data, bad := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(line)))
			if bad != nil {
				fmt.Fprintln(os.Stderr, bad)
				os.Exit(1)
			}
			if err := out.Encode(read(data)); err != nil {
				os.Exit(1)
			}
		}
		if err != nil {
			return
		}
	}
}
