/** The table "What can this role do?": one row per thing a person wants to know before choosing. */
export const roleDetails = {
  summary: 'What can this role do?',
  caption: 'What each role can do on this account',
  task: 'Task',
  editCampaigns: 'Create and edit campaigns',
  publish: 'Schedule and publish',
  lists: 'Change contact lists',
  openClients: 'Open client accounts',
  clientBilling: 'Manage client billing',
  singleBilling: 'Edit Single Billing',
  partnerTools: 'Use partnership tools',
  ownBilling: 'This account’s own billing',
  otherAccounts: 'Open other accounts',
  billing: 'Purchases and billing',
};
