// The islands of a copy of the site that no server stands behind. Every page is whole without them.
import "./evidence.js";
import "./chart-filter.js";
import "./static-traffic.js";
import "./static-picker.js";
import "./static-finder.js";
import "./static-box.js";
