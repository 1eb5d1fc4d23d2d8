"""What several services share: which ARNs a backend of moto takes for tagging."""

import re


def accept_arns_of(backend_class: type, known: str, kind: str) -> None:
    """The backend takes the ARNs of one more kind of resource for tagging; its pattern lists the others."""
    create = backend_class.__init__

    def init(backend, *args, **kwargs):
        create(backend, *args, **kwargs)
        backend.arn_regex = re.compile(backend.arn_regex.pattern.replace(known, f"{known}|{kind}"))

    backend_class.__init__ = init
