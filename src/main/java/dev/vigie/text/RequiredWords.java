package dev.vigie.text;

/// The longest run of plain letters that every hit of a regular expression must hold. Gives up, with nothing, rather
/// than
/// be wrong.
final class RequiredWords {
    private static final String ENDS_RUN = ".^$+[]";
    private static final String DOUBTFUL = "(|)";
    private static final String MAY_BE_ABSENT = "?*{";

    private String best = "";
    private final StringBuilder run = new StringBuilder();

    private RequiredWords() {}

    static String of(String expression) {
        if (expression.startsWith("\\Q") && expression.indexOf("\\E") == expression.length() - 2)
            return expression.substring(2, expression.length() - 2);
        if (expression.chars().anyMatch(c -> DOUBTFUL.indexOf(c) >= 0)) return "";
        RequiredWords words = new RequiredWords();
        return words.read(expression) ? words.best : "";
    }

    private boolean read(String expression) {
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
                if (i == expression.length() || !escaped(expression.charAt(i))) return false;
            } else if (c == '[') {
                int end = classEnd(expression, i);
                if (end < 0) return false;
                i = end;
                finish();
            } else if (MAY_BE_ABSENT.indexOf(c) >= 0) {
                if (!run.isEmpty()) run.setLength(run.length() - 1);
                finish();
                if (c == '{') {
                    i = expression.indexOf('}', i);
                    if (i < 0) return false;
                }
            } else if (ENDS_RUN.indexOf(c) >= 0) {
                finish();
            } else {
                run.append(c);
            }
        }
        finish();
        return true;
    }

    /// A sign by itself, or one of the classes that end a run; anything else is not understood here.
    private boolean escaped(char c) {
        if (!Character.isLetterOrDigit(c)) {
            run.append(c);
            return true;
        }
        finish();
        return "dDwWsSbB".indexOf(c) >= 0;
    }

    /// Where a plain class of letters ends; -1 for nested ones.
    private static int classEnd(String expression, int start) {
        int from = start + 1;
        if (expression.startsWith("^", from)) from++;
        for (int i = from + 1; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '[' || c == '&') return -1;
            if (c == '\\') i++;
            else if (c == ']') return i;
        }
        return -1;
    }

    private void finish() {
        if (run.length() > best.length()) best = run.toString();
        run.setLength(0);
    }
}
