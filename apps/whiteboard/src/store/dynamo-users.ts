import type { User, UserFields } from "../../generated/schemas.js";
import { emailKey, type Store, StoreBusyError, toPage } from "./store.js";
import type { Condition, Item, Key, Table, Write } from "./table.js";

type UserStore = Pick<Store, "listUsers" | "createUser" | "getUser" | "replaceUser" | "deleteUser">;

export interface UserSources {
  readonly table: Table;
  readonly userId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rounds of "read, then write on condition that it is still so" before the store counts as busy. */
const MAX_ROUNDS = 4;
const ABSENT: Condition = { expression: "attribute_not_exists(pk)" };

/**
 * Users in one partition, and beside each an item whose key is the e-mail address: a transaction
 * writes both, so that two users never have one address.
 */
export function dynamoUsers({ table, userId, now }: UserSources): UserStore {
  return {
    async listUsers({ limit, after }) {
      const items = await table.descending("users", limit + 1, after);
      return toPage(items.map(toUser), limit);
    },

    async createUser({ name, email }) {
      const id = userId();
      const user = { id, name, email, createdAt: new Date(now()).toISOString() };
      const failed = await table.write([
        { kind: "put", item: toItem(user), condition: ABSENT },
        claimEmail(user),
      ]);
      return failed.length === 0 ? user : "email-taken";
    },

    async getUser(id) {
      const item = await table.get(userKey(id));
      return item ? toUser(item) : "not-found";
    },

    async replaceUser(id, fields) {
      for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const item = await table.get(userKey(id));
        if (!item) return "not-found";
        const old = toUser(item);
        const user = { id: old.id, ...pickFields(fields), createdAt: old.createdAt };
        const failed = await table.write(replacement(old, user));
        if (failed.length === 0) return user;
        if (!failed.includes(0)) return "email-taken";
      }
      throw new StoreBusyError();
    },

    async deleteUser(id) {
      for (let round = 1; round <= MAX_ROUNDS; round += 1) {
        const item = await table.get(userKey(id));
        if (!item) return "not-found";
        const old = toUser(item);
        const failed = await table.write([
          { kind: "delete", key: userKey(id), condition: unchanged(old) },
          releaseEmail(old),
        ]);
        if (failed.length === 0) return "deleted";
      }
      throw new StoreBusyError();
    },
  };
}

/** The user first, so that a failed first condition means "changed meanwhile" and any other "address taken". */
function replacement(old: User, user: User): Write[] {
  const writes: Write[] = [{ kind: "put", item: toItem(user), condition: unchanged(old) }];
  if (emailKey(old.email) !== emailKey(user.email)) {
    writes.push(claimEmail(user), releaseEmail(old));
  }
  return writes;
}

function unchanged({ email }: User): Condition {
  return { expression: "emailKey = :emailKey", values: { ":emailKey": emailKey(email) } };
}

function claimEmail({ id, email }: User): Write {
  return { kind: "put", item: { ...emailItemKey(email), userId: id }, condition: ABSENT };
}

function releaseEmail({ id, email }: User): Write {
  return {
    kind: "delete",
    key: emailItemKey(email),
    condition: {
      expression: "attribute_not_exists(pk) OR userId = :userId",
      values: { ":userId": id },
    },
  };
}

function emailItemKey(email: string): Key {
  return { pk: "emails", sk: emailKey(email) };
}

/** UUIDs are compared without case (RFC 9562, section 4). */
function userKey(id: string): Key {
  return { pk: "users", sk: id.toLowerCase() };
}

function pickFields({ name, email }: UserFields): UserFields {
  return { name, email };
}

function toItem({ id, name, email, createdAt }: User): Item {
  return { ...userKey(id), name, email, emailKey: emailKey(email), createdAt };
}

function toUser(item: Readonly<Record<string, unknown>>): User {
  return {
    id: String(item.sk),
    name: String(item.name),
    email: String(item.email),
    createdAt: String(item.createdAt),
  };
}
