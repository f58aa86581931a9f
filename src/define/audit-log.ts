import { define } from '../elements/base/define.js';
import { CcAuditLog } from '../elements/audit-log/audit-log.js';

define(CcAuditLog);
