package dev.understudy.http;

import dev.understudy.dialect.Dialect;
import dev.understudy.dialect.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the dialect and the operation that a request means. */
final class Router {

    /** An operation of a dialect, with what the places in its path stand for. */
    record Route(Dialect dialect, Operation operation, Map<String, String> variables) {

        /** The one prediction that the path names, if it does, whether or not there is such a one. */
        Optional<String> prediction() {
            return Optional.ofNullable(variables.get("id")).filter(Route::isId);
        }

        // No stream, since every call comes along here.
        static boolean isId(String id) {
            if (id.length() != 32) {
                return false;
            }
            for (int i = 0; i < id.length(); i++) {
                char digit = id.charAt(i);
                if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                    return false;
                }
            }
            return true;
        }
    }

    /** @param byMethod the same operations, each method's in the order in which they are looked at */
    private record Table(List<Operation> operations, Map<String, List<Operation>> byMethod) {

        static Table of(List<Operation> operations) {
            return new Table(operations, operations.stream().collect(Collectors.groupingBy(Operation::method)));
        }
    }

    /** A dialect whose table is made when it is first asked for: the first answer of a server need not wait for all. */
    private static final class Served {
        private final Dialect dialect;
        private volatile Table made;

        Served(Dialect dialect) {
            this.dialect = dialect;
        }

        Table table() {
            Table table = made;
            return table == null ? make() : table;
        }

        private synchronized Table make() {
            if (made == null) {
                made = Table.of(dialect.operations());
            }
            return made;
        }
    }

    private record Prefix(String text, Served served) {}

    private final List<Served> served;
    private final List<Prefix> prefixes;

    /** @param dialects the last one answers, with a refusal, for every path that is nobody's */
    Router(List<Dialect> dialects) {
        this.served = dialects.stream().map(Served::new).toList();
        this.prefixes = served.stream()
                .flatMap(one -> one.dialect.prefixes().stream().map(text -> new Prefix(text, one)))
                .toList();
    }

    /** Makes what no request has asked for yet, so that none has to wait for it. */
    void prepare() {
        served.forEach(Served::table);
    }

    /** Which dialect's shape an answer about this path has, whether or not there is an operation for it. */
    Dialect dialect(String path) {
        return served(path).dialect;
    }

    Optional<Route> find(String method, String path) {
        Served candidates = served(path);
        String wanted = method.equals("HEAD") ? "GET" : method;
        for (Operation operation : candidates.table().byMethod().getOrDefault(wanted, List.of())) {
            Optional<Map<String, String>> variables = operation.path().match(path);
            if (variables.isPresent()) {
                return Optional.of(new Route(candidates.dialect, operation, variables.get()));
            }
        }
        return Optional.empty();
    }

    /** The methods with which a path is served. */
    List<String> methods(String path) {
        return served(path).table().operations().stream()
                .filter(operation -> operation.path().match(path).isPresent())
                .map(Operation::method)
                .distinct()
                .sorted()
                .toList();
    }

    /** The path that is served and nearest to one that is not, if there is one that looks like it. */
    Optional<String> nearest(String path) {
        return served(path).table().operations().stream()
                .map(operation -> operation.path().nearest(path))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Served served(String path) {
        Served found = served.get(served.size() - 1);
        int longest = 0;
        for (Prefix prefix : prefixes) {
            if (prefix.text().length() > longest && path.startsWith(prefix.text())) {
                longest = prefix.text().length();
                found = prefix.served();
            }
        }
        return found;
    }
}
