import type { Strings } from '../strings.js';

export const roleDetails: Strings['roleDetails'] = {
  summary: 'Was darf diese Rolle?',
  caption: 'Was jede Rolle in diesem Konto darf',
  task: 'Aufgabe',
  editCampaigns: 'Kampagnen erstellen und bearbeiten',
  publish: 'Planen und veröffentlichen',
  lists: 'Kontaktlisten ändern',
  openClients: 'Kundenkonten öffnen',
  clientBilling: 'Abrechnung der Kunden verwalten',
  singleBilling: 'Sammelabrechnung bearbeiten',
  partnerTools: 'Partnerwerkzeuge benutzen',
  ownBilling: 'Abrechnung dieses Kontos',
  otherAccounts: 'Andere Konten öffnen',
  billing: 'Käufe und Abrechnung',
};
