"""Reads YAML streams with PyYAML for the tests: one JSON line in, one JSON line out, until the input ends."""
import base64, hashlib, json, math, sys

try:
    import yaml
except ImportError:
    print(json.dumps({"ready": False}), flush=True)
    sys.exit(0)

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Tolerant(Loader):
    """Keeps what it has no constructor for, so that two readings can be compared."""


def unknown(loader, suffix, node):
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return ["!" + suffix, node.value]


def binary(loader, node):
    """A !!binary is the string that it encodes, as to Kubernetes' reader."""
    try:
        return base64.b64decode(node.value).decode()
    except ValueError:
        return ["!!binary", node.value]


Tolerant.add_constructor("tag:yaml.org,2002:binary", binary)
Tolerant.add_multi_constructor("!", unknown)
Tolerant.add_multi_constructor("tag:", unknown)


def typed(item, above):
    """An item without apiVersion and kind has those of its list, as in apimachinery's unstructured/helpers.go."""
    kind = above["kind"][: -len("List")]
    if not isinstance(item, dict) or item.get("kind") or item.get("apiVersion") or not kind:
        return item
    return dict(item, kind=kind, apiVersion=above.get("apiVersion"))


def opened(value):
    """An object, then, of a list, its entries; empty documents are no objects."""
    if value is None:
        return
    kind = value.get("kind") if isinstance(value, dict) else None
    if isinstance(kind, str) and kind.endswith("List") and isinstance(value.get("items"), list):
        yield dict(value, items=[])
        for item in value["items"]:
            yield from opened(typed(item, value))
    else:
        yield value


def named(value):
    if isinstance(value, dict):
        return {key if isinstance(key, str) else repr(key): named(each) for key, each in value.items()}
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    return [named(each) for each in value] if isinstance(value, (list, tuple)) else value


def describe(value):
    mapping = isinstance(value, dict)
    kind = value.get("kind") if mapping else None
    digest = hashlib.sha1(repr(value).encode("utf-8", "surrogatepass")).hexdigest()
    ours = mapping and kind in ("ServiceProfile", "TrafficSplit", "HTTPRoute")
    # What JSON has no key for (a !!binary, a list) is told by its text.
    seen = json.loads(json.dumps(named(value), default=str)) if ours else None
    return {"kind": kind if isinstance(kind, str) else "", "digest": digest, **({"object": seen} if ours else {})}


print(json.dumps({"ready": True, "version": yaml.__version__, "c": Loader is not yaml.SafeLoader}), flush=True)
for line in sys.stdin:
    data = base64.b64decode(line)
    try:
        found = [describe(each) for document in yaml.load_all(data, Loader=Tolerant) for each in opened(document)]
        answer = {"objects": found}
    except Exception as error:
        answer = {"error": " ".join(str(error).split())[:200]}
    print(json.dumps(answer), flush=True)
