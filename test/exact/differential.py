"""Says what a conversion should have done, from the input alone, with another parser and other code.

Reads lines of `before TAB after TAB options` (base64, base64, JSON) and answers each with a line of JSON:
the problems that were found, and how many profiles were expected and found."""

import base64
import json
import re
import sys
from collections import Counter
from decimal import Decimal

try:
    import yaml
except ImportError:
    print(json.dumps({"ready": False}), flush=True)
    sys.exit(0)

BINARY = {"Ki": 1, "Mi": 2, "Gi": 3, "Ti": 4, "Pi": 5, "Ei": 6}
DECIMAL = {"n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18}


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    pass


def binary(loader, node):
    """A !!binary is the string that it encodes, as to Kubernetes' reader."""
    try:
        return base64.b64decode(node.value).decode()
    except ValueError:
        return None


Loader.add_multi_constructor("", lambda loader, suffix, node: None)
Loader.add_constructor("tag:yaml.org,2002:binary", binary)


def quantity(value):
    """The number of a quantity (Kubernetes, resource/quantity.go); None where this reader is not certain."""
    if isinstance(value, bool) or value is None:
        return None
    match = re.fullmatch(r"([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([A-Za-z]{0,2}))", str(value))
    if match is None:
        return None
    number, exponent, suffix = match.groups()
    if exponent:
        return Decimal(number + exponent)
    if suffix in BINARY:
        return Decimal(number) * 1024 ** BINARY[suffix]
    return Decimal(number).scaleb(DECIMAL[suffix]) if suffix in DECIMAL else None


def ended(data):
    """Kubernetes' reader ends a last line that has no end, so that a block scalar there has one, too."""
    return data if data.endswith(b"\n") else data + b"\n"


def typed(item, above):
    """An item without apiVersion and kind has those of its list, as in apimachinery's unstructured/helpers.go."""
    kind = above["kind"][: -len("List")]
    if not isinstance(item, dict) or item.get("kind") or item.get("apiVersion") or not kind:
        return item
    return dict(item, kind=kind, apiVersion=above.get("apiVersion"))


def objects(data):
    found = []

    def open_(value):
        if not isinstance(value, dict):
            return
        if str(value.get("kind")).endswith("List") and isinstance(value.get("items"), list):
            found.append(dict(value, items=[], results=None))
            for item in value["items"]:
                open_(typed(item, value))
        else:
            found.append(value)

    for document in yaml.load_all(data, Loader=Loader):
        open_(document)
    return found


def get(value, *path):
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def is_split(value):
    return get(value, "kind") == "TrafficSplit" and str(get(value, "apiVersion")).startswith("split.smi-spec.io/")


def is_profile(value):
    return get(value, "kind") == "ServiceProfile" and str(get(value, "apiVersion")).startswith("linkerd.io/")


def label(service):
    return str(service).split(".")[0]


def expected(split, options):
    """Name, namespace and overrides of the profile of a split; None where its weights are not certain."""
    namespace = get(split, "metadata", "namespace") or options.get("namespace")
    backends = get(split, "spec", "backends")
    if not namespace or not isinstance(backends, list):
        return None
    domain = f"svc.{options.get('domain', 'cluster.local')}"
    authority = lambda service: ".".join([label(service), (str(service).split(".") + [namespace])[1], domain])
    weights = Counter()
    for backend in backends:
        weight = quantity(get(backend, "weight"))
        if weight is None:
            return None
        weights[authority(get(backend, "service"))] += weight
    return authority(get(split, "spec", "service")), namespace, weights


def overrides(profile):
    found = get(profile, "spec", "dstOverrides") or []
    weights = Counter()
    for one in found:
        weight = quantity(get(one, "weight"))
        if weight is None:
            return None
        weights[get(one, "authority")] += weight
    return weights


def without_ours(profile):
    """What of a profile a conversion may not touch."""
    metadata = {key: value for key, value in (get(profile, "metadata") or {}).items() if key != "annotations"}
    annotations = {k: v for k, v in (get(profile, "metadata", "annotations") or {}).items() if k != "smi.linkerd.io/skip"}
    spec = {k: v for k, v in (get(profile, "spec") or {}).items() if k != "dstOverrides"}
    rest = {k: v for k, v in profile.items() if k not in ("metadata", "spec")}
    return repr((rest, metadata, annotations, spec))


def key(profile, options):
    return get(profile, "metadata", "name"), get(profile, "metadata", "namespace") or options.get("namespace")


def judge(before, after, options):
    problems = []
    was, now = objects(before), objects(after)
    other = lambda values: Counter(repr(v) for v in values if not is_split(v) and not is_profile(v) and get(v, "kind") != "TrafficSplitList")
    if other(was) != other(now):
        problems.append("another object changed")
    splits, kept = [v for v in was if is_split(v)], Counter(repr(v) for v in now if is_split(v))
    gone = Counter(repr(v) for v in splits) - kept
    if kept - Counter(repr(v) for v in splits):
        problems.append("a split that was not there")
    if gone and not options.get("drop"):
        problems.append("a split is gone")
    names = Counter(key(v, options) for v in was if is_profile(v))
    twice = {name for name, count in names.items() if count > 1}
    old = {key(v, options): v for v in was if is_profile(v)}
    new = {}
    for profile in (v for v in now if is_profile(v)):
        if key(profile, options) in new and key(profile, options) not in twice:
            problems.append(f"two profiles of one name: {key(profile, options)}")
        new[key(profile, options)] = profile
    problems += [f"the profile is gone: {name}" for name in old.keys() - new.keys()]
    wanted, certain = {}, True
    for split in splits:
        made = expected(split, options)
        if made is None:
            certain = False
            continue
        wanted[made[:2]] = made[2]
        if repr(split) in gone and made[:2] not in new and made[2]:
            problems.append(f"the split is gone, and has no profile: {made[0]}")
    made = 0
    for name, profile in new.items():
        same = name in old and repr(old[name]) == repr(profile)
        if same:
            continue
        made += 1
        if name in old and without_ours(old[name]) != without_ours(profile):
            problems.append(f"more of the profile changed than its overrides: {name}")
        if name not in old and set(get(profile, "spec") or {}) - {"dstOverrides"}:
            problems.append(f"a new profile has more than overrides: {name}")
        if name not in wanted:
            if certain:
                problems.append(f"a profile that no split asks for: {name}")
        elif overrides(profile) is not None and overrides(profile) != wanted[name]:
            problems.append(f"other overrides than the split says: {name} {overrides(profile)} {wanted[name]}")
    as_expected = sum(1 for name, weights in wanted.items() if (overrides(new.get(name)) or Counter()) == weights)
    return {"problems": problems, "made": made, "asExpected": as_expected, "certain": certain}


print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    before, after, options = line.rstrip("\n").split("\t")
    try:
        answer = judge(ended(base64.b64decode(before)), ended(base64.b64decode(after)), json.loads(options))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        answer = {"unread": " ".join(str(error).split())[:200]}
    print(json.dumps(answer), flush=True)
