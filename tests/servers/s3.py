"""moto: a store that speaks S3 as Amazon's does, in memory, on loopback."""

import http.client
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import boto3
from msgspec import Struct

from tests.servers.ports import HOST, free_ports, wait_for_listening

REGION = "eu-north-1"

PAGE = 50
"""Keys on a page of a listing; Amazon's have 1,000."""


def environment(port: int) -> dict[str, str]:
    """Return the standard variables that lead every client of S3 to `port`, and to no file of the user."""
    return {
        "AWS_ENDPOINT_URL": f"http://{HOST}:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": REGION,
        "AWS_CONFIG_FILE": "/dev/null",
        "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        "AWS_EC2_METADATA_DISABLED": "true",
    }


class S3(Struct, frozen=True):
    """A store that runs.

    Attributes:
        port: on loopback.
    """

    port: int

    def empty(self) -> None:
        """Forget everything."""
        connection = http.client.HTTPConnection(HOST, self.port)
        connection.request("POST", "/moto-api/reset")
        connection.getresponse().read()
        connection.close()

    def make_bucket(self, name: str, objects: Mapping[str, bytes] = {}) -> None:
        """Make a bucket that holds `objects`, by key."""
        self.client().create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.put(name, objects)

    def put(self, bucket: str, objects: Mapping[str, bytes]) -> None:
        """Write `objects` into a bucket, by key."""
        client = self.client()
        for key, data in objects.items():
            client.put_object(Bucket=bucket, Key=key, Body=data)

    def remove_bucket(self, name: str) -> None:
        """Remove a bucket with all that it holds."""
        client = self.client()
        for key in self.objects(name):
            client.delete_object(Bucket=name, Key=key)
        client.delete_bucket(Bucket=name)

    def names(self) -> list[str]:
        """Return the names of the buckets."""
        return [bucket["Name"] for bucket in self.client().list_buckets()["Buckets"]]

    def objects(self, bucket: str, prefix: str = "") -> dict[str, bytes]:
        """Return what lies in a bucket, by the key behind `prefix`."""
        client = self.client()
        pages = client.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        keys = [one["Key"] for page in pages for one in page.get("Contents", [])]
        return {
            key.removeprefix(prefix): client.get_object(Bucket=bucket, Key=key)["Body"].read() for key in keys
        }

    def client(self) -> Any:  # noqa: ANN401 - boto3 makes its classes as it runs
        """Return a client of Amazon's own, which shares no more than botocore with what is tested."""
        return boto3.client(
            "s3",
            endpoint_url=f"http://{HOST}:{self.port}",
            region_name=REGION,
            aws_access_key_id="testing",
            aws_secret_access_key="testing",  # noqa: S106 - of nobody
        )


@contextmanager
def s3() -> Iterator[S3]:
    """Run moto."""
    (port,) = free_ports(1)
    command = [sys.executable, "-m", "moto.server", "-H", HOST, "-p", str(port)]
    with subprocess.Popen(
        command,
        env={**os.environ, "MOTO_S3_DEFAULT_MAX_KEYS": str(PAGE)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            wait_for_listening(port, process)
            yield S3(port)
        finally:
            process.terminate()
