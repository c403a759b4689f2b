import { describe, expect, it } from 'vitest';
import { FollowedEnd } from '../../../src/host/editor/followed-end';

describe('an editor into which text streams', () => {
  it('follows while its end is seen', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 10);
    expect(end.follows).toBe(true);
  });

  it('goes on following where the editor tells late what it shows', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 10);
    end.scrolled({ first: 49, last: 89 }, 120);
    end.scrolled({ first: 49, last: 89 }, 200);
    expect(end.follows).toBe(true);
  });

  it('stays where the person scrolled to', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 49, last: 89 }, 89);
    end.scrolled({ first: 30, last: 70 }, 120);
    end.scrolled({ first: 35, last: 75 }, 160);
    expect(end.follows).toBe(false);
  });

  it('follows again once the person is back at the end', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 49, last: 89 }, 89);
    end.scrolled({ first: 0, last: 40 }, 120);
    end.scrolled({ first: 160, last: 200 }, 190);
    expect(end.follows).toBe(true);
  });

  it('stays at the place where a draft is resumed that is looked at elsewhere', () => {
    const end = new FollowedEnd();
    end.scrolled({ first: 0, last: 40 }, 300);
    expect(end.follows).toBe(false);
  });
});
