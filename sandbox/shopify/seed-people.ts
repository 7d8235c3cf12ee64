import type { AddressRecord, CustomerRecord } from "./model.ts";
import type { ShopifyStore } from "./store.ts";

export type People = Record<"ada" | "ben" | "carla" | "davi", CustomerRecord>;

type Person = {
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  locale: string;
  address: AddressRecord;
  verifiedEmail?: boolean;
};

const people: Record<keyof People, Person> = {
  ada: {
    firstName: "Ada",
    lastName: "Sample",
    email: "ada@example.com",
    phone: "+4915112345678",
    locale: "en",
    address: { address1: "Musterweg 7", city: "Berlin", zip: "10405", countryCode: "DE" },
  },
  ben: {
    firstName: "Ben",
    lastName: "Muster",
    email: "ben@example.com",
    phone: "+4915187654321",
    locale: "de",
    address: { address1: "Beispielallee 21", city: "Leipzig", zip: "04109", countryCode: "DE" },
  },
  carla: {
    firstName: "Carla",
    lastName: "Exemple",
    email: "carla@example.com",
    locale: "fr",
    address: { address1: "3 rue du Modèle", city: "Lyon", zip: "69002", countryCode: "FR" },
  },
  davi: {
    firstName: "Davi",
    lastName: "Exemplo",
    email: "davi@example.com",
    phone: "+351912345678",
    locale: "pt-PT",
    address: { address1: "Rua do Exemplo 15", city: "Porto", zip: "4000-123", countryCode: "PT" },
    verifiedEmail: false,
  },
};

/** The customers with an account. */
export function seedPeople(store: ShopifyStore, since: Date): People {
  const add = (person: Person): CustomerRecord => {
    const { firstName, lastName, phone } = person;
    const customer: CustomerRecord = {
      ...person,
      id: store.nextId("Customer"),
      verifiedEmail: person.verifiedEmail ?? true,
      tags: [],
      address: { firstName, lastName, phone, ...person.address },
      createdAt: since,
      updatedAt: since,
    };
    store.customers.set(customer.id, customer);
    return customer;
  };
  return { ada: add(people.ada), ben: add(people.ben), carla: add(people.carla), davi: add(people.davi) };
}

export const guestAddress: AddressRecord = {
  firstName: "Gina",
  lastName: "Guest",
  address1: "Gastgasse 4",
  city: "Hamburg",
  zip: "20095",
  countryCode: "DE",
};
