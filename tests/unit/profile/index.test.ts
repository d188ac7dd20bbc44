// The profiles: complete, and found by host.
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../../utils/model/profile.ts';
import { allMatches, PROFILES, profileFor } from '../../../utils/profile/index.ts';

describe('each profile', () => {
  for (const profile of PROFILES) {
    it(`${profile.id} has labels for every field, no label twice, and expressions that are valid`, () => {
      const labels = FIELD_NAMES.flatMap(field => profile.labels[field].map(label => label.toLowerCase()));
      expect(FIELD_NAMES.every(field => profile.labels[field].length > 0)).toBe(true);
      expect(new Set(labels).size).toBe(labels.length);
      const sources = [
        ...profile.lists.map(rule => rule.heading),
        ...profile.placeholders,
        profile.comment.interest,
        profile.comment.reviewNote,
      ];
      for (const source of sources) expect(() => new RegExp(source, 'iu')).not.toThrow();
      expect(new Set(profile.lists.map(rule => rule.id)).size).toBe(profile.lists.length);
    });
  }
});

describe('the profile of a host', () => {
  it('is the one whose match patterns name it, whatever its case', () => {
    expect(profileFor('wiki.xenproject.org')?.id).toBe('xen');
    expect(profileFor('Wiki.XenProject.org')?.id).toBe('xen');
  });
  it('is none for any other host', () => {
    for (const host of ['xenproject.org', 'wiki.xenproject.org.example', 'evil-wiki.xenproject.org', '']) {
      expect(profileFor(host)).toBeNull();
    }
  });
  it('is in the manifest', () => {
    expect(allMatches()).toContain('*://wiki.xenproject.org/*');
  });
});
