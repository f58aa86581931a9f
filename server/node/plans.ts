import type { Plan } from '../config.js';
import { StartError } from './start-error.js';

const example = '[{"id":"starter","name":"Starter","seatLimit":1,"planUrl":"https://app.example/plans"}]';

/** The plans a host sells, from `PLANS`; null leaves those of the demonstration. */
export function readPlans(value: string | undefined): readonly Plan[] | null {
  if (value === undefined) return null;
  const plans = listIn(value)?.map(planIn);
  const ids = new Set(plans?.map((plan) => plan?.id));
  if (plans?.every((plan) => plan !== undefined) && ids.size === plans.length) return plans;
  throw new StartError(
    `PLANS has to be a JSON list of plans with ids of their own, such as ${example}; a seatLimit of null is no limit.`,
  );
}

function listIn(value: string): unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}

function planIn(entry: unknown): Plan | undefined {
  const {
    id,
    name,
    seatLimit = null,
    planUrl = null,
  } = (entry ?? {}) as Partial<Record<keyof Plan, unknown>>;
  if (!isText(id) || !isText(name)) return undefined;
  if (seatLimit !== null && !(Number.isSafeInteger(seatLimit) && (seatLimit as number) > 0)) return undefined;
  if (planUrl !== null && !(isText(planUrl) && /^(https?:\/\/|\/(?!\/))/.test(planUrl))) return undefined;
  return { id, name, seatLimit: seatLimit as number | null, planUrl };
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
