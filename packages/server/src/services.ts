import type { MakeServices } from "./lambda-options.js";

/** The services once they are made; a promise only while they are not. One failure does not last: the next request tries again. */
export type Services = () => object | Promise<object>;

export function createServices<Made extends object>(make: MakeServices<Made>): Services {
  let made: object | undefined;
  let pending: Promise<object> | undefined;
  const load = async () => {
    try {
      made = await make(process.env);
      return made;
    } finally {
      pending = undefined;
    }
  };
  return () => {
    if (made) {
      return made;
    }
    pending ??= load();
    return pending;
  };
}
