<?php
// For PHP's own web server: /, /wiki/Title and /index.php are MediaWiki's index.php; other files are served as they are.
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) ?? '/' );

// What a web server's configuration would keep to itself.
if ( preg_match( '#(^|/)\.|^/(cache|includes|languages|maintenance|vendor|LocalSettings)#', $path ) ) {
	http_response_code( 403 );
	exit;
}

$entry = null;
if ( $path === '/' || preg_match( '#^/(wiki(/|$)|index\.php)#', $path ) ) {
	$entry = 'index.php';
} elseif ( str_starts_with( $path, '/rest.php' ) ) {
	$entry = 'rest.php';
}
if ( $entry === null ) {
	return false;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "/$entry";
$_SERVER['SCRIPT_FILENAME'] = "$root/$entry";
if ( $entry === 'index.php' ) {
	// The title stands in REQUEST_URI; path info would be taken for it otherwise.
	unset( $_SERVER['PATH_INFO'], $_SERVER['ORIG_PATH_INFO'] );
}
chdir( $root );
require "$root/$entry";
return true;
