package dev.atoll.itest.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionStateReason;

class VpcPeeringReaderTest {

  @ParameterizedTest
  @CsvSource({
    "active, ACTIVE",
    "pending-acceptance, PENDING_ACCEPTANCE",
    "deleting, DEAD",
    "deleted, DEAD",
    "rejected, DEAD",
    "failed, DEAD",
    "expired, DEAD",
    "provisioning, unknown (it is on its way (provisioning))",
    "initiating-request, unknown (it is on its way (initiating-request))",
    "paused, 'unknown (its status, paused)'"
  })
  void everyStatusOfAwsHasAMeaning(String code, String meaning) {
    assertThat(
            VpcPeeringReader.status(VpcPeeringConnectionStateReason.builder().code(code).build())
                .show())
        .isEqualTo(meaning);
  }
}
