import { ContextConsumer, ContextProvider, type Context } from '@lit/context';
import type { ReactiveElement } from 'lit';

/** What the nearest provider gives for a key, followed as it changes; the host is redrawn then. */
export interface Consumed<Value> {
  value?: Value;
}

export function consume<Value>(host: ReactiveElement, context: Context<unknown, Value>): Consumed<Value> {
  return new ContextConsumer(host, { context, subscribe: true });
}

/** Gives a value to everything inside the host. */
export interface Provided<Value> {
  value: Value;
}

export function provide<Value>(
  host: ReactiveElement,
  context: Context<unknown, Value>,
  initialValue: Value,
): Provided<Value> {
  return new ContextProvider(host, { context, initialValue });
}
