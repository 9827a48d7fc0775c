package dev.vigie.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/// Synthetic pods as a server prints them: a row of about six kilobytes, most of it managed fields, as real ones have.
final class Pods {
    private static final String MANAGED = managed();

    private Pods() {}

    static final String COLUMNS =
            "[" + column("Name", "string", "name", 0) + "," + column("Ready", "string", "", 0) + ","
                    + column("Status", "string", "", 0) + "," + column("Restarts", "string", "", 0) + ","
                    + column("Age", "string", "", 0) + ","
                    + column("IP", "string", "", 1) + "," + column("Node", "string", "", 1) + ","
                    + column("Nominated Node", "string", "", 1) + ","
                    + column("Readiness Gates", "string", "", 1) + "]";

    private static String column(String name, String type, String format, int priority) {
        return "{\"name\":\"" + name + "\",\"type\":\"" + type + "\",\"format\":\"" + format
                + "\",\"description\":\"\",\"priority\":" + priority + "}";
    }

    /// Pod `number` as of `version`; `received` goes into the restarts cell when it is not 0.
    static byte[] row(int number, long version, long mark) {
        int deployment = number / 12;
        String app = "app-" + deployment;
        String name = app + "-" + Integer.toHexString(deployment * 7919 + 0x10000) + "-"
                + Integer.toString(number * 31 + 60_466_176, 36);
        String restarts = mark == 0 ? "0" : Long.toString(mark);
        return ("{\"cells\":[\"" + name + "\",\"1/1\",\"Running\",\"" + restarts + "\",\"3d\",\"10."
                        + (number >> 16 & 255) + "." + (number >> 8 & 255)
                        + "." + (number & 255) + "\",\"node-" + number % 500
                        + "\",\"<none>\",\"<none>\"],\"object\":{\"kind\":\"PartialObjectMetadata\","
                        + "\"apiVersion\":\"meta.k8s.io/v1\",\"metadata\":{\"name\":\"" + name
                        + "\",\"generateName\":\"" + app + "-\",\"namespace\":\"ns-"
                        + number % 200 + "\",\"uid\":\"" + uid(number) + "\",\"resourceVersion\":\"" + version
                        + "\",\"creationTimestamp\":\""
                        + Instant.ofEpochSecond(1_760_000_000L + number) + "\",\"labels\":{\"app\":\"" + app
                        + "\",\"pod-template-hash\":\""
                        + Integer.toHexString(deployment * 7919)
                        + "\",\"tier\":\"web\"},\"ownerReferences\":[{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\","
                        + "\"name\":\"" + app + "-x\",\"uid\":\"" + uid(-1 - deployment)
                        + "\",\"controller\":true,\"blockOwnerDeletion\":true}],"
                        + "\"managedFields\":" + MANAGED + "}}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String uid(int number) {
        return String.format("%08x-0000-4000-8000-%012x", number, (long) number & 0xffffffffL);
    }

    private static String managed() {
        StringBuilder fields = new StringBuilder(
                "[{\"manager\":\"kube-controller-manager\",\"operation\":\"Update\",\"apiVersion\":\"v1\",\"fieldsV1\":{");
        for (int i = 0; i < 110; i++)
            fields.append(i == 0 ? "" : ",")
                    .append("\"f:field-")
                    .append(i)
                    .append("\":{\"f:a\":{},\"f:b\":{\"f:c\":{}}}");
        return fields.append("}}]").toString();
    }
}
