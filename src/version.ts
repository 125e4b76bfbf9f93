import manifest from '../package.json' with { type: 'json' };

/** The version of the package. */
export const version = manifest.version;

/** Where the project is at home. */
export const homepage = manifest.homepage.replace(/#.*$/, '');
