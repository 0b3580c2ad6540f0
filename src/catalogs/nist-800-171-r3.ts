/**
 * Requirement ids of NIST SP 800-171, revision 3 (May 2024, OSCAL catalogue 1.0.0): id, title, and for withdrawn ones `-`
 * and their successors. Withdrawn ids have no title of their own; some have no successor.
 */
export const NIST_800_171_R3 = `
03.01.01|Account Management|
03.01.02|Access Enforcement|
03.01.03|Information Flow Enforcement|
03.01.04|Separation of Duties|
03.01.05|Least Privilege|
03.01.06|Least Privilege – Privileged Accounts|
03.01.07|Least Privilege – Privileged Functions|
03.01.08|Unsuccessful Logon Attempts|
03.01.09|System Use Notification|
03.01.10|Device Lock|
03.01.11|Session Termination|
03.01.12|Remote Access|
03.01.13||-|03.13.08
03.01.14||-|03.01.12
03.01.15||-|03.01.12
03.01.16|Wireless Access|
03.01.17||-|03.01.16
03.01.18|Access Control for Mobile Devices|
03.01.19||-|03.01.18
03.01.20|Use of External Systems|
03.01.21||-|03.01.20
03.01.22|Publicly Accessible Content|
03.02.01|Literacy Training and Awareness|
03.02.02|Role-Based Training|
03.02.03||-|03.02.01
03.03.01|Event Logging|
03.03.02|Audit Record Content|
03.03.03|Audit Record Generation|
03.03.04|Response to Audit Logging Process Failures|
03.03.05|Audit Record Review, Analysis, and Reporting|
03.03.06|Audit Record Reduction and Report Generation|
03.03.07|Time Stamps|
03.03.08|Protection of Audit Information|
03.03.09||-|03.03.08
03.04.01|Baseline Configuration|
03.04.02|Configuration Settings|
03.04.03|Configuration Change Control|
03.04.04|Impact Analyses|
03.04.05|Access Restrictions for Change|
03.04.06|Least Functionality|
03.04.07||-|03.04.06 03.04.08
03.04.08|Authorized Software – Allow by Exception|
03.04.09||-|03.01.05 03.01.06 03.01.07 03.04.08 03.12.03
03.04.10|System Component Inventory|
03.04.11|Information Location|
03.04.12|System and Component Configuration for High-Risk Areas|
03.05.01|User Identification and Authentication|
03.05.02|Device Identification and Authentication|
03.05.03|Multi-Factor Authentication|
03.05.04|Replay-Resistant Authentication|
03.05.05|Identifier Management|
03.05.06||-|
03.05.07|Password Management|
03.05.08||-|
03.05.09||-|
03.05.10||-|03.05.07
03.05.11|Authentication Feedback|
03.05.12|Authenticator Management|
03.06.01|Incident Handling|
03.06.02|Incident Monitoring, Reporting, and Response Assistance|
03.06.03|Incident Response Testing|
03.06.04|Incident Response Training|
03.06.05|Incident Response Plan|
03.07.01||-|
03.07.02||-|03.07.04 03.07.06
03.07.03||-|03.08.03
03.07.04|Maintenance Tools|
03.07.05|Nonlocal Maintenance|
03.07.06|Maintenance Personnel|
03.08.01|Media Storage|
03.08.02|Media Access|
03.08.03|Media Sanitization|
03.08.04|Media Marking|
03.08.05|Media Transport|
03.08.06||-|03.13.08
03.08.07|Media Use|
03.08.08||-|03.08.07
03.08.09|System Backup – Cryptographic Protection|
03.09.01|Personnel Screening|
03.09.02|Personnel Termination and Transfer|
03.10.01|Physical Access Authorizations|
03.10.02|Monitoring Physical Access|
03.10.03||-|03.10.07
03.10.04||-|03.10.07
03.10.05||-|03.10.07
03.10.06|Alternate Work Site|
03.10.07|Physical Access Control|
03.10.08|Access Control for Transmission|
03.11.01|Risk Assessment|
03.11.02|Vulnerability Monitoring and Scanning|
03.11.03||-|03.11.02
03.11.04|Risk Response|
03.12.01|Security Assessment|
03.12.02|Plan of Action and Milestones|
03.12.03|Continuous Monitoring|
03.12.04||-|03.15.02
03.12.05|Information Exchange|
03.13.01|Boundary Protection|
03.13.02||-|
03.13.03||-|03.01.01 03.01.02 03.01.03 03.01.04 03.01.05 03.01.06 03.01.07
03.13.04|Information in Shared System Resources|
03.13.05||-|03.13.01
03.13.06|Network Communications – Deny by Default – Allow by Exception|
03.13.07||-|03.01.12 03.04.02 03.04.06
03.13.08|Transmission and Storage Confidentiality|
03.13.09|Network Disconnect|
03.13.10|Cryptographic Key Establishment and Management|
03.13.11|Cryptographic Protection|
03.13.12|Collaborative Computing Devices and Applications|
03.13.13|Mobile Code|
03.13.14||-|
03.13.15|Session Authenticity|
03.13.16||-|03.13.08
03.14.01|Flaw Remediation|
03.14.02|Malicious Code Protection|
03.14.03|Security Alerts, Advisories, and Directives|
03.14.04||-|03.14.02
03.14.05||-|03.14.02
03.14.06|System Monitoring|
03.14.07||-|03.14.06
03.14.08|Information Management and Retention|
03.15.01|Policy and Procedures|
03.15.02|System Security Plan|
03.15.03|Rules of Behavior|
03.16.01|Security Engineering Principles|
03.16.02|Unsupported System Components|
03.16.03|External System Services|
03.17.01|Supply Chain Risk Management Plan|
03.17.02|Acquisition Strategies, Tools, and Methods|
03.17.03|Supply Chain Requirements and Processes|
`;
