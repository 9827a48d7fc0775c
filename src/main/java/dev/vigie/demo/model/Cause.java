package dev.vigie.demo.model;

/// One fault of an object that was refused, as in `details.causes` of a Status: `FieldValueInvalid`,
/// `Invalid value: -1: must be greater than or equal to 0`, `spec.replicas`.
public record Cause(String reason, String message, String field) {
    @Override
    public String toString() {
        return field + ": " + message;
    }
}
