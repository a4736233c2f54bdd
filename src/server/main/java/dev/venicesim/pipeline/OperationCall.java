package dev.venicesim.pipeline;

import dev.venicesim.api.Operation;
import dev.venicesim.wire.Reply;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Call of the operation that a request is for. */
final class OperationCall implements Filter {

    private final Map<Operation, OperationHandler> handlers;
    private final BalanceHeaders balances;

    OperationCall(Map<Operation, OperationHandler> handlers, BalanceHeaders balances) {
        this.handlers = new EnumMap<>(handlers);
        for (var operation : Operation.values()) {
            if (!handlers.containsKey(operation)) {
                throw new IllegalArgumentException("nothing answers " + operation);
            }
        }
        this.balances = balances;
    }

    @Override
    public Progress pass(Exchange exchange) {
        // looked at first: a key is told its balance as it was before
        var balance = balances.of(exchange);
        var handler = Objects.requireNonNull(handlers.get(exchange.operation()));
        var result = handler.answer(exchange);
        var effect = result.effect();
        if (result.reply() instanceof Reply.Now now) {
            return exchange.answered(new Answered(Answered.By.SIMULATOR, effect, balance.apply(now)));
        }
        return Progress.Later.there(result.reply()
                .stage()
                .thenApply(now -> exchange.answered(new Answered(Answered.By.SIMULATOR, effect, balance.apply(now)))));
    }
}
