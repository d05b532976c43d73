// waitFor and findBy give up after a second by themselves: too soon for a busy machine.
if (typeof document !== 'undefined') {
  require('@testing-library/react').configure({ asyncUtilTimeout: 20_000 });
}
