/** How the Xen Project's wiki writes its Google Summer of Code ideas, read off its 2014 page. Data only. */
import type { Profile } from '../model/profile.ts';

export const xen: Profile = {
  id: 'xen',
  name: 'Xen Project Wiki',
  matches: ['*://wiki.xenproject.org/*'],
  labels: {
    inserted: ['Date of insert'],
    verified: ['Verified'],
    program: ['GSoC'],
    contact: ['Technical contact'],
    mailingList: ['Mailing list/forum for project'],
    irc: ['IRC channel for project'],
    difficulty: ['Difficulty'],
    skills: ['Skills Needed'],
    description: ['Description'],
    outcomes: ['Outcomes'],
    references: ['References'],
    review: ['Peer Review Comments'],
  },
  lists: [
    { id: 'peer-reviewed', standing: 'reviewed', heading: 'list of peer reviewed projects' },
    { id: 'needs-work', standing: 'needs-work', heading: 'list of projects that need more work' },
    { id: 'new', standing: 'new', heading: 'new project ideas' },
    { id: 'accepted', standing: 'closed', heading: '(list of )?accepted projects' },
  ],
  placeholders: ['unknown', 'not specified, project outcomes', 'not updated in \\d{4}'],
  comment: {
    icon: 'Pictogram voting comment',
    unsignedAuthors: ['Comment'],
    interest: '\\binterested (in|to)\\b',
    addressed: ['done', 'addressed', 'fixed', 'resolved'],
    reviewNote: '\\(delete as addressed\\)',
  },
};
