/** What a whole posting may hold; what one section may is said by its content. */
export const postingLimits = {
  sections: 100,
  /**
   * Bytes of the content of all sections together, as the database writes their JSON. A long read has a twentieth of it;
   * publishing makes ten texts of it in one transaction and must stay well below the statement timeout.
   */
  contentBytes: 2 * 1024 * 1024,
} as const;
