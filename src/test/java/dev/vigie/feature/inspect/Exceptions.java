package dev.vigie.feature.inspect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What `kubectl describe` prints and Vigie's text does not say, each with its reason.
final class Exceptions {
    /// `kind/section/line`, as a pattern.
    private static final Map<Pattern, String> ALL = new LinkedHashMap<>();

    static {
        except(".*/.*/ *Optional: +(true|false)", "said where it is so, as \"if there is one\"");
        except(".*/.*/.*Optional: (true|false)", "a key that may be missing is said where it is so");
        except("pod/.*/.*kube-api-access-.*", "every pod is given its token; the page says so once, as such");
        except("pod/Volumes/ *(TokenExpirationSeconds|ConfigMapName|DownwardAPI):.*", "parts of that token");
        except("pod/.*/.*node.kubernetes.io/(not-ready|unreachable):NoExecute.*", "every pod is given these two");
        except("(job|cronjob)/.*/Suspend: +(false|True).*", "said as a word of its state where it is so");
        except("job/.*/Completion Mode: +NonIndexed", "the usual one; said where it is another");
        except(
                "(replicaset|daemonset|statefulset|job)/.*/(Replicas|Pods Status(es)?):.*",
                "each pod is named with its state");
        except("pod/Volumes/ *Type: +Projected .*", "the same token");
        except("pod/Status/Status: .*", "said with the word that kubectl get prints, which knows more");
        except(".*/.*/(StrategyType|Update Strategy): +RollingUpdate", "said as what it does, in figures");
        except("node/.*/Unschedulable: +false", "said as \"Cordoned\" where it is so");
        except("node/Lease/.*", "leases are objects of their own, with a page");
        except(
                "node/(Non-terminated Pods|Allocated resources)/.*",
                "the pods are named; sums of requests come with the metrics");
        except(
                "namespace/.*/.*",
                "its quotas and limits are objects of their own, with pages: only its own lines count");
        except("service/.*/Endpoints: .*", "the pods behind it are named, under related");
    }

    private Exceptions() {}

    private static void except(String line, String reason) {
        if (reason.isBlank()) throw new IllegalArgumentException(line);
        ALL.put(Pattern.compile(line), reason);
    }

    static boolean of(String kind, String section, String line) {
        String whole = kind + "/" + section + "/" + line;
        boolean own = line.matches("(Name|Labels|Annotations|Status):.*");
        if (kind.equals("namespace") && own) return false;
        return ALL.keySet().stream().anyMatch(each -> each.matcher(whole).matches());
    }
}
