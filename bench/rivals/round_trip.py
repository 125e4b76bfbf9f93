"""What a script with PyYAML does: parses standard input whole, by libyaml where it is built in, and prints it again."""
import sys

import yaml

loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
documents = yaml.load_all(sys.stdin.buffer, Loader=loader)
yaml.dump_all(documents, sys.stdout, Dumper=dumper, sort_keys=False, explicit_start=True)
