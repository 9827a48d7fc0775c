package dev.vigie.kube.config;

import java.util.List;

/// A program that the kubeconfig names to make credentials. Nothing of it runs before [Consent] was given.
public record ExecPlugin(
        Command command, String apiVersion, String installHint, boolean provideClusterInfo, String interactiveMode) {

    /// `program` is an absolute path, or a name without a slash that is searched on the PATH; `written` is what the
    /// kubeconfig says.
    public record Command(String program, List<String> args, List<Variable> env, String written) {
        public Command {
            args = List.copyOf(args);
            env = List.copyOf(env);
        }

        @Override
        public String toString() {
            return "Command[" + program + "]";
        }
    }

    /// Added to the environment; the value is often a secret.
    public record Variable(String name, String value) {
        @Override
        public String toString() {
            return "Variable[" + name + "]";
        }
    }
}
