package dev.vigie.demo.inside;

import dev.vigie.demo.model.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// How a command in a container ended: with an exit code, or with a fault (then `code` is -1) that kept it from
/// running.
record Ending(int code, String why) {
    static final Ending WELL = new Ending(0, "");

    static Ending exited(List<String> command, int code) {
        if (code == 0) return WELL;
        return new Ending(code, "error executing command [" + String.join(" ", command) + "], exit code " + code);
    }

    static Ending failed(String why) {
        return new Ending(-1, why);
    }

    /// What is said in the status channel. With the newest protocol a second server stands between, which tells it in
    /// its own words.
    String status(Protocol protocol) {
        if (protocol == Protocol.V1) return code == 0 ? "" : code < 0 ? internal() : failure();
        ObjectNode status = Json.object();
        status.putObject("metadata");
        if (code == 0) return status.put("status", "Success").toString();
        status.put("status", "Failure");
        if (code > 0) nonZero(status, protocol);
        else broken(status, protocol);
        return status.toString();
    }

    private String internal() {
        return "Internal error occurred: " + why;
    }

    private String failure() {
        return "command terminated with non-zero exit code: " + why;
    }

    private void nonZero(ObjectNode status, Protocol protocol) {
        String told = "command terminated with non-zero exit code: command terminated with exit code " + code;
        status.put("message", protocol == Protocol.V5 ? told : failure()).put("reason", "NonZeroExitCode");
        status.putObject("details")
                .putArray("causes")
                .addObject()
                .put("reason", "ExitCode")
                .put("message", String.valueOf(code));
    }

    private void broken(ObjectNode status, Protocol protocol) {
        String cause = protocol == Protocol.V5 ? internal() : why;
        status.put("message", "Internal error occurred: " + cause).put("reason", "InternalError");
        status.putObject("details").putArray("causes").addObject().put("message", cause);
        status.put("code", 500);
    }
}
