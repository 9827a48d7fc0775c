// Prints how the kinds that the demo cluster takes are written in Kubernetes' protobuf form, as facts for
// src/main/resources/dev/vigie/demo/protobuf.txt:
//
//	go run ./protobuf < ../../main/resources/dev/vigie/demo/resources.json > ../../main/resources/dev/vigie/demo/protobuf.txt
//
// One line "kind VERSION KIND MESSAGE" for each kind, then each message with a line "NUMBER NAME FORM [TYPE]" for each
// field. A form is one word of: value (left out when it is zero), kept (zero means something), list, map.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/kubernetes/scheme"
)

var special = map[string]string{
	"k8s.io/apimachinery/pkg/apis/meta/v1.Time":       "time",
	"k8s.io/apimachinery/pkg/apis/meta/v1.MicroTime":  "micros",
	"k8s.io/apimachinery/pkg/apis/meta/v1.Duration":   "duration",
	"k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1":   "json",
	"k8s.io/apimachinery/pkg/api/resource.Quantity":   "quantity",
	"k8s.io/apimachinery/pkg/util/intstr.IntOrString": "intOrString",
	"k8s.io/apimachinery/pkg/runtime.RawExtension":    "json",
}

var messages = map[string][]string{}

func main() {
	var served []struct {
		GroupVersion string
		Resources    []struct{ Kind, Name string }
	}
	if err := json.NewDecoder(os.Stdin).Decode(&served); err != nil {
		panic(err)
	}
	kinds := map[string]bool{}
	for _, group := range served {
		version, err := schema.ParseGroupVersion(group.GroupVersion)
		if err != nil {
			panic(err)
		}
		for _, one := range group.Resources {
			if made, err := scheme.Scheme.New(version.WithKind(one.Kind)); err == nil {
				kinds[fmt.Sprintf("kind %s %s %s", group.GroupVersion, one.Kind, message(reflect.TypeOf(made).Elem()))] = true
			}
		}
	}
	for _, more := range []string{"policy/v1 Eviction", "v1 DeleteOptions"} {
		words := strings.Split(more, " ")
		version, _ := schema.ParseGroupVersion(words[0])
		made, err := scheme.Scheme.New(version.WithKind(words[1]))
		if err != nil {
			panic(err)
		}
		kinds["kind "+more+" "+message(reflect.TypeOf(made).Elem())] = true
	}
	for _, line := range sorted(kinds) {
		fmt.Println(line)
	}
	for _, name := range sorted(messages) {
		fmt.Println("message " + name)
		for _, line := range messages[name] {
			fmt.Println(line)
		}
	}
}

func sorted[T any](all map[string]T) []string {
	keys := []string{}
	for key := range all {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}

// The name under which a struct stands in the list, which is filled on the way.
func message(of reflect.Type) string {
	name := strings.TrimPrefix(strings.TrimPrefix(of.PkgPath(), "k8s.io/api/"), "k8s.io/apimachinery/pkg/") + "." + of.Name()
	if _, known := messages[name]; known {
		return name
	}
	messages[name] = nil
	lines := []string{}
	for i := range of.NumField() {
		lines = append(lines, field(of.Field(i))...)
	}
	messages[name] = lines
	return name
}

func field(one reflect.StructField) []string {
	tag := strings.Split(one.Tag.Get("protobuf"), ",")
	names := strings.Split(one.Tag.Get("json"), ",")
	if one.Tag.Get("protobuf") == "" || names[0] == "-" {
		return nil
	}
	if names[0] == "" {
		// an embedded message: in JSON its fields stand in the one around it
		return []string{fmt.Sprintf("%s - embedded %s", tag[1], message(one.Type))}
	}
	form, of := "value", one.Type
	omits := strings.Contains(one.Tag.Get("json"), "omitempty")
	switch {
	case of.Kind() == reflect.Pointer:
		form, of = "kept", of.Elem()
	case of.Kind() == reflect.Slice && of.Elem().Kind() != reflect.Uint8:
		form, of = "list", of.Elem()
	case of.Kind() == reflect.Map:
		form, of = "map", of.Elem()
	case !omits:
		form = "kept"
	}
	return []string{fmt.Sprintf("%s %s %s %s", tag[1], names[0], form, kind(of))}
}

func kind(of reflect.Type) string {
	if known, ok := special[of.PkgPath()+"."+of.Name()]; ok {
		return known
	}
	switch of.Kind() {
	case reflect.String:
		return "string"
	case reflect.Bool:
		return "bool"
	case reflect.Int32, reflect.Int64, reflect.Int:
		return "int"
	case reflect.Float64:
		return "double"
	case reflect.Pointer:
		return kind(of.Elem())
	case reflect.Slice:
		if of.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "items:" + kind(of.Elem())
	case reflect.Struct:
		return message(of)
	}
	panic("no form for " + of.String())
}
