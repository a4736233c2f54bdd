package dev.venicesim.pipeline;

/** Filter of the pipeline: one step of a request on its way. */
@FunctionalInterface
interface Filter {

    Progress pass(Exchange exchange);
}
