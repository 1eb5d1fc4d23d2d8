"""Starts LocalStack in this process: launch.py PORT FOLDER

It listens on loopback PORT and writes to FOLDER alone. It ends when its standard input closes, which
the operating system does even for a parent that was killed.
"""

import os
import runpy
import shutil
import signal
import sys
import tempfile
import threading


def settings(port: str, folder: str) -> dict[str, str]:
    return {
        "GATEWAY_LISTEN": f"127.0.0.1:{port}",
        # The host in URLs it hands out, such as queues'; its default name needs DNS.
        "LOCALSTACK_HOST": f"127.0.0.1:{port}",
        # Everything it writes: state and caches, and no profile of the user's.
        "FILESYSTEM_ROOT": folder,
        "CONFIG_DIR": os.path.join(folder, "config"),
        # No DNS server, no download, no telemetry.
        "DNS_ADDRESS": "0",
        "SKIP_SSL_CERT_DOWNLOAD": "1",
        "DISABLE_EVENTS": "1",
        # A service is loaded when it is first asked.
        "EAGER_SERVICE_LOADING": "0",
        # Seconds until a requested certificate is issued.
        "MOTO_ACM_VALIDATION_WAIT": "1",
        # The policies that AWS manages can be attached, as in an account.
        "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
    }


def listen_on_loopback() -> None:
    """LocalStack takes the port of GATEWAY_LISTEN and not its host: it would listen everywhere."""
    from twisted.internet import endpoints

    class LoopbackEndpoint(endpoints.TCP4ServerEndpoint):
        def __init__(self, reactor, port, backlog=50, interface="127.0.0.1"):
            super().__init__(reactor, port, backlog, interface)

    endpoints.TCP4ServerEndpoint = LoopbackEndpoint


def end_with_standard_input(folder: str) -> None:
    """Waits for the end of standard input, then ends this process and its children."""
    while os.read(0, 4096):
        pass
    shutil.rmtree(folder, ignore_errors=True)
    os.killpg(0, signal.SIGKILL)


def main() -> None:
    port, folder = sys.argv[1:]
    # A group of our own, so that children can be ended with us.
    os.setsid()
    os.environ.update(settings(port, folder))
    # Temporary files go there too.
    tempfile.tempdir = folder
    threading.Thread(target=end_with_standard_input, args=(folder,), daemon=True).start()

    here = os.path.dirname(os.path.abspath(__file__))
    sys.path.append(here)
    runpy.run_path(os.path.join(here, "complete.py"))
    listen_on_loopback()
    from localstack.runtime.main import main as run

    run()


if __name__ == "__main__":
    main()
