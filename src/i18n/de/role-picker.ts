import type { Strings } from '../strings.js';

export const rolePicker: Strings['rolePicker'] = {
  legend: 'Rolle',
  loading: 'Rollen werden geladen',
  failed: 'Die Rollen ließen sich nicht laden.',
  required: 'Wählen Sie eine Rolle.',
  cleared: ({ role }) => `${role} ist hier nicht mehr möglich. Wählen Sie eine andere Rolle.`,

  role_not_available: ({ role }) =>
    `${role} gibt es hier nicht, weil die Rolle für die ganze Partnerschaft gilt.`,
  role_above_actor: ({ role }) => `${role} gibt es hier nicht, weil die Rolle mehr darf als Sie.`,
  role_above_ceiling: ({ role }) =>
    `${role} gibt es hier nicht, weil dieses Kundenkonto begrenzt, was sein Partner darf.`,
  refused: ({ role }) => `${role} gibt es hier nicht.`,

  last_owner: 'Der Kontoinhaber behält diese Rolle, bis das Konto übergeben ist.',
  role_self_change:
    'Sie können Ihre eigene Rolle nicht ändern. Fragen Sie jemand anderen, der dieses Konto verwaltet.',
  noRoles: 'Es gibt keine Rolle, die Sie in diesem Konto vergeben können. Fragen Sie den Kontoinhaber.',
};
