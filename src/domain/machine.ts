/** State machines as data: for each state, the state each event leads to. A state without events is terminal. */
export type Transitions<State extends string, Event extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Event, State>>>>
>;

/** Where the event leads, or undefined when it may not happen in this state. */
export function nextState<State extends string, Event extends string>(
  transitions: Transitions<State, Event>,
  state: State,
  event: Event,
): State | undefined {
  return transitions[state][event];
}

/** Does nothing lead out of this state? */
export function isTerminal<State extends string>(
  transitions: Transitions<State, string>,
  state: State,
): boolean {
  return Object.keys(transitions[state]).length === 0;
}
