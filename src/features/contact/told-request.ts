/** What other systems are told of a request: nothing that its sender wrote, and not who it is. */
export const toldRequest = ({
  reference,
  category,
  locale,
}: {
  reference: string;
  category: string | null | undefined;
  locale: string;
}) => ({
  request: {
    reference,
    category: category ?? null,
    locale,
    url: `/contact/requests/${reference}`,
  },
});
