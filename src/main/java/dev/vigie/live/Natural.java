package dev.vigie.live;

/// Text order as people expect it: `pod-10` after `pod-9`, upper and lower case together.
final class Natural {
    private Natural() {}

    static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int result;
            if (digit(a.charAt(i)) && digit(b.charAt(j))) {
                int endA = runEnd(a, i);
                int endB = runEnd(b, j);
                result = number(a, i, endA, b, j, endB);
                i = endA;
                j = endB;
            } else {
                result = Character.compare(Character.toLowerCase(a.charAt(i++)), Character.toLowerCase(b.charAt(j++)));
            }
            if (result != 0) return result;
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int number(String a, int fromA, int endA, String b, int fromB, int endB) {
        int startA = withoutZeros(a, fromA, endA);
        int startB = withoutZeros(b, fromB, endB);
        int longer = Integer.compare(endA - startA, endB - startB);
        if (longer != 0) return longer;
        for (int k = 0; k < endA - startA; k++) {
            int result = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
            if (result != 0) return result;
        }
        return 0;
    }

    private static int withoutZeros(String text, int from, int end) {
        int at = from;
        while (at < end - 1 && text.charAt(at) == '0') at++;
        return at;
    }

    private static int runEnd(String text, int from) {
        int at = from;
        while (at < text.length() && digit(text.charAt(at))) at++;
        return at;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
