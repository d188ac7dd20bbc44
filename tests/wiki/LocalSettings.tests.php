<?php
// Settings of the wiki that tests and renderings use; loaded at the end of the LocalSettings.php which MediaWiki's
// installer wrote. Works with 1.35, 1.39 and 1.43. What differs from run to run comes from the environment (see serve.ts).

// The wiki answers under the name it was asked by, so that one server is http://127.0.0.1:PORT and the real wiki's name.
$askedHost = $_SERVER['HTTP_HOST'] ?? '127.0.0.1';
if ( !preg_match( '/^[A-Za-z0-9.:\[\]-]+$/', $askedHost ) ) {
	$askedHost = '127.0.0.1';
}
$askedScheme = ( $_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '' ) === 'https' ? 'https' : 'http';
$wgServer = getenv( 'MW_SERVER' ) ?: "$askedScheme://$askedHost";

// Addresses as on the real wiki: /wiki/Title and /index.php?title=Title
$wgScriptPath = '';
$wgScript = '/index.php';
$wgArticlePath = '/wiki/$1';
$wgUsePathInfo = true;
$wgResourceBasePath = '';
$wgSitename = 'Lanternfish';
$wgLogos = [ '1x' => '/logo.svg', 'icon' => '/logo.svg' ];
$wgMetaNamespace = 'Project';
$wgLanguageCode = 'en';
$wgNamespacesWithSubpages[NS_MAIN] = true;
$wgFragmentMode = [ 'html5', 'legacy' ];

// The real wiki looks like legacy Vector and lets only users with an account edit.
$wgDefaultSkin = getenv( 'MW_SKIN' ) ?: 'vector';
$wgSkipSkins = [];
$wgGroupPermissions['*']['edit'] = (bool)getenv( 'MW_ANON_EDIT' );
$wgGroupPermissions['*']['createaccount'] = false;
$wgEnableEmail = false;

$wgEnableUploads = true;
$wgUseImageMagick = false;
$wgDiff3 = '/usr/bin/diff3';

// Caches: no service beside the database, and nothing in the folder the web server shows.
$wgMainCacheType = CACHE_NONE;
$wgMessageCacheType = CACHE_NONE;
$wgParserCacheType = CACHE_DB;
$wgSessionCacheType = CACHE_DB;
$wgCacheDirectory = __DIR__ . '/../l10n';
$wgJobRunRate = 0;
$wgPingback = false;
$wgShowExceptionDetails = true;

// The forms that one release can render in more than one way; the cache of parsed pages is told them apart by this.
$wgRenderHashAppend = '!h' . getenv( 'MW_LEGACY_HEADING' ) . '!m' . getenv( 'MW_LEGACY_MEDIA' );
if ( getenv( 'MW_LEGACY_HEADING' ) !== false ) {
	$wgParserEnableLegacyHeadingDOM = (bool)getenv( 'MW_LEGACY_HEADING' );
}
if ( getenv( 'MW_LEGACY_MEDIA' ) !== false ) {
	$wgParserEnableLegacyMediaDOM = (bool)getenv( 'MW_LEGACY_MEDIA' );
}
// From 1.41 on: ?useparsoid=1 shows a page as Parsoid renders it, as Wikimedia's wikis do.
$wgHooks['ArticleParserOptions'][] = static function ( $article, $options ) {
	if ( ( $_GET['useparsoid'] ?? '' ) === '1' && method_exists( $options, 'setUseParsoid' ) ) {
		$options->setUseParsoid( true );
	}
};

foreach ( [ 'Vector', 'MonoBook', 'Timeless', 'MinervaNeue' ] as $name ) {
	if ( is_file( __DIR__ . "/skins/$name/skin.json" ) ) {
		wfLoadSkin( $name );
	}
}
foreach ( [ 'ParserFunctions', 'Cite', 'TemplateData', 'WikiEditor', 'CategoryTree' ] as $name ) {
	if ( is_file( __DIR__ . "/extensions/$name/extension.json" ) ) {
		wfLoadExtension( $name );
	}
}
$wgPFEnableStringFunctions = true;
