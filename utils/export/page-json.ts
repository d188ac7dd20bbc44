/** A page as JSON, `idea-lens/page@1`: the same from the toolbar and from the command line. */
import type { AssessedIdea } from '../model/idea.ts';
import type { Page, Warning } from '../model/page.ts';

export const PAGE_FORMAT = 'idea-lens/page@1';

/** The object to serialise. `ideas` are the page's own, assessed, in the order in which they are to stand there. */
export function pageToJson(page: Page, ideas: readonly AssessedIdea[], warnings: readonly Warning[]) {
  const { key, title, url, revision, current } = page;
  return {
    format: PAGE_FORMAT,
    page: { key, title, url, revision, current },
    lists: page.lists.map(list => ({ id: list.id, heading: list.heading, ideas: list.ideas })),
    ideas: ideas.map(ideaToJson),
    warnings: warnings.map(warning => ({ ...warning })),
  } as const;
}

export type PageJson = ReturnType<typeof pageToJson>;

function ideaToJson(idea: AssessedIdea) {
  const { inserted, verified, program, difficulty, skills } = idea;
  return {
    key: idea.key,
    anchor: idea.anchor,
    title: idea.title,
    list: idea.list,
    area: idea.area,
    inserted: { raw: inserted.raw, iso: inserted.iso, candidates: [...inserted.candidates] },
    verified: { raw: verified.raw, iso: verified.iso },
    program: { raw: program.raw, value: program.value },
    contacts: idea.contacts.map(({ name, email, role }) => ({ name, email, role })),
    mailingList: idea.mailingList,
    irc: idea.irc,
    difficulty: { raw: difficulty.raw, min: difficulty.min, max: difficulty.max },
    skills: { raw: skills.raw, items: [...skills.items] },
    description: idea.description,
    outcomes: idea.outcomes,
    comments: idea.comments.map(({ author, timestamp, kind, state, text }) => ({
      author,
      timestamp,
      kind,
      state,
      text,
    })),
    reasons: [...idea.reasons],
    advisories: [...idea.advisories],
  };
}
