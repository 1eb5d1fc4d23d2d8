"""ELBv2: the addresses of a load balancer."""

from gaps.filled import gap
from moto.core.exceptions import RESTError
from moto.ec2.models import ec2_backends
from moto.elbv2.models import AvailabilityZone, ELBv2Backend, FakeLoadBalancer


class AllocationIdNotFound(RESTError):
    code = 400

    def __init__(self, allocation: str) -> None:
        super().__init__("AllocationIdNotFound", f"The allocation ID '{allocation}' does not exist")


@gap
def elbv2_addresses_of_the_zones() -> None:
    """moto takes Elastic IP allocations and forgets them."""
    create = ELBv2Backend.create_load_balancer

    def create_with_addresses(backend, *args, subnet_mappings=None, **kwargs):
        known = {each.allocation_id: each for each in ec2_backends[backend.account_id][backend.region_name].addresses}
        given = {each["SubnetId"]: each["AllocationId"] for each in subnet_mappings or [] if "AllocationId" in each}
        for allocation in given.values():
            if allocation not in known:
                raise AllocationIdNotFound(allocation)
        created = create(backend, *args, subnet_mappings=subnet_mappings, **kwargs)
        created.addresses_by_subnet = {
            subnet: [{"IpAddress": known[allocation].public_ip, "AllocationId": allocation}]
            for subnet, allocation in given.items()
        }
        return created

    def zones(balancer):
        addresses = getattr(balancer, "addresses_by_subnet", {})
        all_of = [AvailabilityZone(subnet) for subnet in balancer.subnets]
        for zone in all_of:
            zone.load_balancer_addresses = addresses.get(zone.subnet_id, [])
        return all_of

    ELBv2Backend.create_load_balancer = create_with_addresses
    FakeLoadBalancer.availability_zones = property(zones)
